import { defineAction } from 'astro:actions';
import { z } from 'zod';
import {
  changeEmail,
  confirmMail,
  deleteAccount,
  saveProfile,
  sendMagicLink,
  sendPasswordReset,
  setPassword,
  signIn,
  signOut,
  signOutEverywhere,
  signUp,
} from '#src/features/accounts/commands.ts';
import {
  confirmInput,
  deleteInput,
  emailChangeInput,
  forgotInput,
  mailLinkInput,
  newPasswordInput,
  profileInput,
  signInInput,
  signUpInput,
} from '#src/features/accounts/schema.ts';
import { asUser, asVisitor } from '#src/server/http/action.ts';

const nothing = z.object({});

export const accounts = {
  signUp: defineAction({ accept: 'form', input: signUpInput, handler: asVisitor(signUp) }),
  signIn: defineAction({ accept: 'form', input: signInInput, handler: asVisitor(signIn) }),
  magicLink: defineAction({
    accept: 'form',
    input: mailLinkInput,
    handler: asVisitor(sendMagicLink),
  }),
  forgotPassword: defineAction({
    accept: 'form',
    input: forgotInput,
    handler: asVisitor(sendPasswordReset),
  }),
  confirm: defineAction({ accept: 'form', input: confirmInput, handler: asVisitor(confirmMail) }),
  newPassword: defineAction({
    accept: 'form',
    input: newPasswordInput,
    handler: asUser(setPassword),
  }),
  changeEmail: defineAction({
    accept: 'form',
    input: emailChangeInput,
    handler: asUser(changeEmail),
  }),
  saveProfile: defineAction({ accept: 'form', input: profileInput, handler: asUser(saveProfile) }),
  signOut: defineAction({ accept: 'form', input: nothing, handler: asVisitor(signOut) }),
  signOutEverywhere: defineAction({
    accept: 'form',
    input: nothing,
    handler: asUser(signOutEverywhere),
  }),
  remove: defineAction({ accept: 'form', input: deleteInput, handler: asUser(deleteAccount) }),
};
